package org.mswada.http.admin;

import java.util.List;

/** What a probe is told: {@code live}, {@code started}, {@code ready}, {@code degraded} or {@code not ready}, and why. */
record ProbeView(String status, List<String> reasons) {}
