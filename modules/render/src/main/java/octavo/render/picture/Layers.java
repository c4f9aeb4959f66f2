package octavo.render.picture;

/// A surface that can lay what is drawn on it together before the whole is made see-through.
public interface Layers {
    /// What is drawn until [#end] belongs together.
    ///
    /// @param opacity of the whole, from 0 to 1
    void begin(float opacity);

    /// Ends what was begun last.
    void end();
}
