package octavo.render.json;

import octavo.model.Issue;

/// Issues as JSON and back, without loss: `read(write(issue)).equals(issue)`. The form is described in
/// `docs/json.md`.
public final class JsonFormat {
    /// The version of the form, the value of the key `octavo`.
    public static final int VERSION = 1;

    private JsonFormat() {}

    /// @return indented by two spaces, keys always in the same order, with a line feed at the end
    public static String write(Issue issue) {
        return Json.print(ModelWriter.issue(issue));
    }

    /// @throws octavo.model.OctavoException where the text is no JSON, or not in this form, or in another
    ///     version of it: with the place (`body[3].level`) and what is expected there
    public static Issue read(String json) {
        return ModelReader.issue(JsonText.parse(json));
    }
}
