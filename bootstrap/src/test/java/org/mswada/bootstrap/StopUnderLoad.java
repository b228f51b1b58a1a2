package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.mswada.bootstrap.SentRequest.Ending;

/**
 * What a server did that was told to stop.
 *
 * @param exitCode of its process
 * @param took from the signal to its end
 * @param transactions how many were open on the database at the signal
 * @param requests all that its clients sent
 * @param notReadyNanos when {@code /readyz} was heard to say so
 * @param left backends or processes that outlived it
 * @param cutLines what the database wrote about sessions and statements that were cut
 * @param cutSessions how many the database counted
 */
record StopUnderLoad(int exitCode, Duration took, long transactions, List<SentRequest> requests, long notReadyNanos,
        List<String> left, List<String> cutLines, long cutSessions) {
    StopUnderLoad leaving(List<String> nowLeft, List<String> nowCutLines, long nowCutSessions) {
        return new StopUnderLoad(exitCode, took, transactions, requests, notReadyNanos, nowLeft, nowCutLines,
                nowCutSessions);
    }

    /** Those that were sent before anybody could know that the server was stopping. */
    Stream<SentRequest> accepted() {
        return requests.stream().filter(request -> request.sentNanos() < notReadyNanos);
    }

    /** Those that were accepted and not served, and answers that were begun and not finished, whenever they were sent. */
    List<SentRequest> failed() {
        return requests.stream().filter(request -> request.ending() == Ending.CUT_ANSWER
                || (request.sentNanos() < notReadyNanos && !request.isServed())
                || (request.ending() == Ending.ANSWERED && request.status() != 200 && request.status() != 503))
                .toList();
    }

    void assertKind(Duration limit) {
        assertThat(failed()).as("requests that failed").isEmpty();
        assertThat(cutLines).as("what the database says was cut").isEmpty();
        assertThat(cutSessions).as("sessions that were cut").isZero();
        assertThat(exitCode).isZero();
        assertThat(took).isLessThan(limit);
        assertThat(left).as("what outlived the server").isEmpty();
    }

    @Override
    public String toString() {
        return "exit code %d after %d ms, %d transactions open at the signal, %d of %d requests sent before not ready, failed %s, all %s, left %s, cut %d %s"
                .formatted(exitCode, took.toMillis(), transactions, accepted().count(), requests.size(),
                        HttpLoad.summary(failed()), HttpLoad.summary(requests), left, cutSessions, cutLines);
    }
}
