package octavo.delivery.campaign;

import octavo.email.MessageTemplate;
import octavo.model.Language;

/// An issue's finished message in one language.
///
/// @param subject for the operator; the message has it already
public record Content(Language language, String subject, MessageTemplate template) {}
