package octavo.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import octavo.email.dkim.RecordCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCheckTest {
    private static final Signatory SIGNATORY =
            new Signatory("football.example.com", "test", DkimKey.parse(Dkim.rfc8463("rsa.pem")));
    private static final String KEY = SIGNATORY.key().publicText();

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, v=DKIM1; k=rsa; p=KEY",
        "PUBLISHED, p=KEY",
        "PUBLISHED, v=DKIM1;h=sha1:sha256;s=*;t=s;n=note;p=KEY;",
        "PUBLISHED, 'v=DKIM1; k=rsa; p= KEY '",
        "TESTING, v=DKIM1; t=y:s; p=KEY",
        "OTHER_KEY, v=DKIM1; k=rsa; p=MIGf",
        "REVOKED, v=DKIM1; p=",
        "UNUSABLE, v=DKIM1; k=ed25519; p=KEY",
        "UNUSABLE, v=DKIM2; p=KEY",
        "UNUSABLE, v=DKIM1; h=sha1; p=KEY",
        "UNUSABLE, v=DKIM1; s=tlsrpt; p=KEY",
        "UNUSABLE, v=spf1 -all"
    })
    void whatDnsSaysIsUnderstood(State state, String record) {
        TxtLookup dns = name -> {
            assertThat(name).isEqualTo("test._domainkey.football.example.com");
            return List.of(record.replace("KEY", KEY));
        };
        RecordCheck check = RecordCheck.of(SIGNATORY, dns);
        assertThat(check.state()).isEqualTo(state);
        assertThat(check.state().isWell()).isEqualTo(state == State.PUBLISHED);
    }

    @Test
    void soIsWhatItDoesNot() {
        assertThat(RecordCheck.of(SIGNATORY, _ -> List.of()).state()).isEqualTo(State.MISSING);
        assertThat(RecordCheck.of(SIGNATORY, _ -> List.of("a", "b")).state()).isEqualTo(State.SEVERAL);
        RecordCheck silent = RecordCheck.of(SIGNATORY, _ -> {
            throw new IOException("timed out");
        });
        assertThat(silent.state()).isEqualTo(State.UNKNOWN);
        assertThat(silent.words()).contains("timed out");
    }
}
