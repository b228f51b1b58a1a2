package org.mswada.http.routing;

/** What a request asks to be done (RFC 9110, section 9; PATCH of RFC 5789). */
public enum Method {
    GET, POST, PUT, PATCH, DELETE
}
