package octavo.delivery.send;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Tokens;
import octavo.delivery.journal.Claim;
import octavo.delivery.smtp.Data;
import octavo.delivery.smtp.Envelope;
import octavo.email.Mailbox;
import octavo.email.MessageTemplate;
import octavo.email.Recipient;
import octavo.model.OctavoException;

/// The finished messages of a campaign, filled in for one recipient after the other. Nothing is rendered here.
final class Letters {
    private final Map<String, MessageTemplate> byLanguage = new HashMap<>();
    private final Signing signing;
    private final Tokens tokens;
    private final String bounces;
    private final long campaign;
    private final long list;

    /// @param bounces where mail comes back that could not be delivered
    Letters(List<Content> contents, Signing signing, Tokens tokens, String bounces, long campaign, long list) {
        contents.forEach(content -> byLanguage.put(content.language().tag(), content.template()));
        this.signing = signing;
        this.tokens = tokens;
        this.bounces = bounces;
        this.campaign = campaign;
        this.list = list;
    }

    /// A message that is ready to leave.
    record Letter(Envelope envelope, String messageId, Data data) {}

    /// @throws IllegalArgumentException where nobody can be written to at the address
    Letter to(Claim claim) {
        MessageTemplate template = byLanguage.get(claim.language());
        if (template == null) {
            throw new OctavoException("The campaign " + campaign + " has no message in the language " + claim.language()
                    + ", and recipients of it; see 'octavo store check'.");
        }
        Recipient recipient = new Recipient(mailbox(claim), tokens.unsubscribe(claim.subscriber(), list));
        return new Letter(
                new Envelope(
                        tokens.bounce(bounces, campaign, claim.subscriber()),
                        recipient.mailbox().address()),
                template.messageId(recipient),
                Data.withoutDots(signing.sign(template.forRecipient(recipient))));
    }

    private static Mailbox mailbox(Claim claim) {
        try {
            return new Mailbox(claim.name(), claim.email());
        } catch (IllegalArgumentException _) {
            // Perhaps only the name is of no use.
            return new Mailbox("", claim.email());
        }
    }
}
