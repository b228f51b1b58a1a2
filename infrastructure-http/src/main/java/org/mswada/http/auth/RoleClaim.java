package org.mswada.http.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a token names roles: a claim of this very name, or, for a name with dots, a member inside an object, such as
 * {@code realm_access.roles}. It may be one text or a list of them; anything else counts as none.
 */
final class RoleClaim {
    private final String name;

    RoleClaim(String name) {
        this.name = name;
    }

    Set<String> valuesIn(JWTClaimsSet claims) {
        return switch (find(claims.getClaims(), name)) {
            case String one -> Set.of(one);
            case Collection<?> several -> several.stream().filter(String.class::isInstance).map(String.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }

    private static @Nullable Object find(Map<?, ?> members, String path) {
        if (members.containsKey(path)) {
            return members.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && members.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, path.substring(dot + 1))
                : null;
    }
}
