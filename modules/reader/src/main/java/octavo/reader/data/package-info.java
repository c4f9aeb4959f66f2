/// Configuration and front matter in YAML, TOML and JSON as one small tree that remembers where each value stands;
/// start at [octavo.reader.data.DataFormat].
@NullMarked
package octavo.reader.data;

import org.jspecify.annotations.NullMarked;
