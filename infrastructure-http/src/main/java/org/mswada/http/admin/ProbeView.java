package org.mswada.http.admin;

import java.util.List;

/** What a probe is told: {@code live}, {@code ready} or {@code not ready}, and why it is not. */
record ProbeView(String status, List<String> reasons) {}
