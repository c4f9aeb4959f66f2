package octavo.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import octavo.delivery.Databases;
import octavo.delivery.Letter;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Tokens;
import octavo.delivery.journal.Claim;
import octavo.delivery.smtp.Data;
import octavo.delivery.store.Store;
import octavo.email.dkim.Algorithm;
import octavo.email.dkim.DkimKey;
import octavo.email.dkim.DkimSigner;
import octavo.email.dkim.Signatory;
import org.junit.jupiter.api.Test;

class LettersTest extends SendingCase {
    private static final List<Claim> PEOPLE = List.of(
            claim("ada@example.net", ""),
            claim("ada@example.net", ".dotted, \"quoted\" and\\slashed."),
            claim("jörg@example.net", "Jörg Müller"),
            claim("пример@xn--e1afmkfd.example", "Пример ".repeat(20).strip()),
            claim("ada@example.net", "x".repeat(70) + " .y"));

    private static Claim claim(String email, String name) {
        return new Claim(1, 1, "en", 0, email, name);
    }

    /// Messages are not searched for dots again: one at the beginning of a line would end the message there, or be
    /// lost.
    @Test
    void noLineBeginsWithADot() throws IOException {
        Signing dkim = Signing.by(new DkimSigner(List.of(
                new Signatory("news.example", "octavo", DkimKey.generate(Algorithm.RSA)),
                new Signatory("news.example", "octavo-ed", DkimKey.generate(Algorithm.ED25519)))));
        try (Store store = store(Databases.SQLITE, 1)) {
            List<Content> kept = new Campaigns(store).contents(campaign(store));
            List<Content> fresh = List.of(Letter.content("en", 200));
            for (Signing signing : List.of(Signing.NONE, dkim)) {
                for (List<Content> contents : List.of(kept, fresh)) {
                    Letters letters = new Letters(contents, signing, Tokens.of(store), "bounces@news.example", 1, 1);
                    for (Claim claim : PEOPLE) {
                        byte[] bytes = letters.to(claim).data().bytes();
                        assertThat(Data.of(bytes).bytes())
                                .as("to %s, %s", claim.email(), claim.name())
                                .isSameAs(bytes);
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("<" + claim.email() + ">");
                    }
                }
            }
        }
    }
}
