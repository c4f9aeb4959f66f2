package octavo.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import octavo.compile.Addresses.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            https://x.example/a?b=c&d=%20#e      | https://x.example/a?b=c&d=%20#e
            HTTPS://X.example/                   | https://X.example/
            codeberg.org/slidge/v0.4.2           | https://codeberg.org/slidge/v0.4.2
            www.example.org                      | https://www.example.org
            example.org:8080/x                   | https://example.org:8080/x
            //cdn.example/x                      | https://cdn.example/x
            https:/x.example/a                   | https://x.example/a
            http:///x.example                    | http://x.example
            https:x.example                      | https://x.example
            https//x.example/                    | https://x.example/
            https://https://x.example/           | https://x.example/
            https://x.example/#/a#b              | https://x.example/#/a%23b
            https://x.example/a b[c]"<d>\\^`{e}  | https://x.example/a%20b%5Bc%5D%22%3Cd%3E%5C%5E%60%7Be%7D
            https://x.example/100%/%zz/%e4       | https://x.example/100%25/%25zz/%e4
            https://x.example/größe?ö=ü#ä        | https://x.example/gr%C3%B6%C3%9Fe?%C3%B6=%C3%BC#%C3%A4
            https://bücher.example/              | https://xn--bcher-kva.example/
            https://例え.テスト/                  | https://xn--r8jz45g.xn--zckzah/
            https://u:p@[::1]:8443/x             | https://u:p@[::1]:8443/x
            mailto:a@x.example?subject=a b       | mailto:a@x.example?subject=a%20b
            ada@x.example                        | mailto:ada@x.example
            xmpp:room@muc.x.example?join         | xmpp:room@muc.x.example?join
            tel:+49-30-1                         | tel:+49-30-1
            matrix:r/a:x.example                 | matrix:r/a:x.example
            irc://irc.x.example/#room            | irc://irc.x.example/#room
            """)
    void absoluteAddressesBecomeValid(String written, String address) {
        assertThat(Addresses.parse(written)).isInstanceOfSatisfying(Parsed.Absolute.class, parsed -> {
            assertThat(parsed.address()).isEqualTo(address);
            assertThat(URI.create(parsed.address()).isAbsolute()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " java\tscript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "blob:https://x.example/1",
            })
    void dangerousSchemesAreKnown(String written) {
        assertThat(Addresses.parse(written)).isInstanceOf(Parsed.Dangerous.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "http:// /x",
                "https://a b.example/",
                "https://x.example:99x/",
                "https://..",
                "mailto:"
            })
    void whatCannotBeFollowedIsUnusable(String written) {
        assertThat(Addresses.parse(written)).isInstanceOf(Parsed.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"notes.md", "a/b.html", "../x.y/z", "/root", "#top", "?q=1", "", "v1.2/notes", "archive.zip"})
    void referencesNeedABase(String written) {
        assertThat(Addresses.parse(written)).isEqualTo(new Parsed.Relative(written));
    }

    @Test
    void pagesAreTheSameWhateverTheWayTheyAreWritten() {
        String key = Addresses.key("https://letter.example/2025/größe/");

        assertThat(key).isEqualTo("letter.example/2025/größe");
        for (String other : new String[] {
            "http://www.letter.example/2025/gr%C3%B6%C3%9Fe",
            "https://LETTER.example:443//2025//größe/index.html#x",
            "https://u@letter.example/2025/größe/",
        }) {
            assertThat(Addresses.key(other)).isEqualTo(key);
        }
        assertThat(Addresses.key("https://letter.example/?p=1"))
                .isNotEqualTo(Addresses.key("https://letter.example/?p=2"));
    }
}
