package octavo.delivery.subscriber;

import java.util.Collection;
import java.util.Optional;
import octavo.delivery.State;

/// What a file may do to somebody's state. Nobody who has gone comes back by a file alone.
sealed interface Transition {
    /// On the list from now on.
    record Join(State state) implements Transition {}

    /// Another state.
    record Change(State state) implements Transition {}

    /// As before; the file says no other.
    record Same() implements Transition {}

    /// As before, against what the file says.
    ///
    /// @param because the state that forbids it
    record Kept(State because) implements Transition {}

    /// @param current the state on this list, empty for somebody who is not on it
    /// @param elsewhere the states on other lists
    /// @param wanted what the file says
    /// @param otherwise the state of somebody new of whom the file says nothing
    /// @param reactivate whether the operator vouches that those who are gone have asked again
    static Transition of(
            Optional<State> current,
            Collection<State> elsewhere,
            Optional<State> wanted,
            State otherwise,
            boolean reactivate) {
        State to = wanted.orElse(current.filter(state -> !state.isGone()).orElse(otherwise));
        if (!to.isGone()) {
            Optional<State> forbids = current.filter(State::isGone)
                    // An address that bounces or complains does so on every list.
                    .or(() -> elsewhere.stream()
                            .filter(state -> state.isGone() && state != State.UNSUBSCRIBED)
                            .findFirst());
            if (forbids.isPresent() && (!reactivate || forbids.get() == State.SUPPRESSED)) {
                return new Kept(forbids.get());
            }
        }
        if (current.isEmpty()) {
            return new Join(to);
        }
        State from = current.get();
        // Who has confirmed stays so; and one reason for being gone is as good as another, but for the last.
        boolean weaker = (from == State.ACTIVE && to == State.PENDING)
                || (from.isGone() && to.isGone() && to != State.SUPPRESSED);
        return to == from || weaker ? new Same() : new Change(to);
    }
}
