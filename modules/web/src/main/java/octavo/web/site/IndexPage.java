package octavo.web.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.render.html.IssuePage;
import octavo.render.theme.Messages;

/// What the template `web/index.html` is given: all issues of a language by year.
record IndexPage(Site site, Shelf shelf, Messages messages) {
    static final String TEMPLATE = "web/index.html";

    Map<String, Object> data() {
        Language main = site.publication().mainLanguage();
        boolean foreign = !main.primary().equals(shelf.language().primary());
        Map<String, Object> data = new Surroundings(site, shelf, messages).common(shelf.index());
        data.put("description", site.publication().description().orElse(""));
        data.put("descriptionLanguage", foreign ? main.tag() : "");
        data.put("descriptionDirection", IssuePage.direction(main));
        data.put("count", messages.text("issues-count", shelf.pages().size()));
        data.put(
                "translations",
                site.shelves().stream()
                        .filter(other -> !other.equals(shelf))
                        .map(other -> IssuePage.translation(other.language(), Page.link(shelf.index(), other.index())))
                        .toList());
        data.put("years", years());
        return data;
    }

    private List<Map<String, Object>> years() {
        Map<Map<String, String>, List<Map<String, String>>> byYear = new LinkedHashMap<>();
        shelf.pages()
                .forEach(page -> byYear.computeIfAbsent(Years.of(page, messages), _ -> new ArrayList<>())
                        .add(entry(page)));
        List<Map<String, Object>> years = new ArrayList<>();
        byYear.forEach((year, issues) -> {
            Map<String, Object> all = new LinkedHashMap<>(year);
            all.put("issues", issues);
            years.add(all);
        });
        return years;
    }

    private Map<String, String> entry(Page page) {
        Issue issue = page.issue();
        return Map.of(
                "href", Page.link(shelf.index(), page.path()),
                "title", IssuePage.heading(page.edition(), messages),
                "date",
                        issue.date()
                                .map(date -> messages.shortDate(date, false))
                                .orElse(""),
                "isoDate", issue.date().map(Object::toString).orElse(""),
                "summary", issue.summary().orElse(""));
    }
}
