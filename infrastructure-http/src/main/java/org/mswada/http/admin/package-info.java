/** What the server tells those who run it. Start with {@link org.mswada.http.admin.AdminRoutes}. */
@NullMarked
package org.mswada.http.admin;

import org.jspecify.annotations.NullMarked;
