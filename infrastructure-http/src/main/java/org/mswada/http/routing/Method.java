package org.mswada.http.routing;

/** What a request asks to be done (RFC 9110, section 9). */
public enum Method {
    GET, POST
}
