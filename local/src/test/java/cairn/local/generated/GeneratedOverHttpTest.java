package cairn.local.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// As [GeneratedRequestsTest], over HTTP on the running deployment: a few in every build, 100,000 with
/// `-Dgenerated=full`, one run again with `-Dgenerated.seed=…`.
class GeneratedOverHttpTest {
    @Test
    void noRequestIsAnsweredWithABugOrBeyondTheDocumentAndNothingOfItLeaksOrIsStoredWhenRefused() {
        int requests = System.getProperty("generated", "").equals("full") ? 100_000 : 1_000;
        long seed = Long.getLong("generated.seed", 14);
        String faults;
        Session session;
        try (WholeDeployment deployment = new WholeDeployment()) {
            session = new Session(deployment, seed, 100);
            faults = session.run(requests);
        }
        System.out.println("generated: " + requests + " over HTTP, seed " + seed + ": " + session.tally());
        assertThat(faults).as("with -Dgenerated.seed=" + seed).isEmpty();
    }
}
