package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.render.picture.PictureSpec.Animation;
import org.junit.jupiter.api.Test;

class PictureSpecTest {
    private static List<PictureSpec> stepsFrom(PictureSpec spec) {
        List<PictureSpec> steps = new ArrayList<>(List.of(spec));
        for (Optional<PictureSpec> next = spec.lower();
                next.isPresent();
                next = next.get().lower()) {
            steps.add(next.get());
        }
        return steps;
    }

    @Test
    void eachStepDownAsksForLess() {
        List<PictureSpec> steps = stepsFrom(PictureSpec.within(1200, 1800));
        assertThat(steps).hasSize(4);
        assertThat(steps).extracting(PictureSpec::maxWidth).containsExactly(1200, 960, 768, 614);
        assertThat(steps).extracting(PictureSpec::maxHeight).containsExactly(1800, 1440, 1152, 921);
        assertThat(steps).extracting(PictureSpec::fidelity).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(steps)
                .extracting(PictureSpec::types)
                .containsOnly(steps.getFirst().types());
    }

    @Test
    void theSmallestPictureHasNothingToLoseButFidelity() {
        PictureSpec dot = new PictureSpec(PictureSpec.within(1, 1).types(), 1, 1, 1, 0.99, true, Animation.KEEP);
        assertThat(stepsFrom(dot))
                .allSatisfy(step -> assertThat(step.maxPixels()).isEqualTo(1));
    }
}
