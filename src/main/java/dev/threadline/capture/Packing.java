package dev.threadline.capture;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictContentType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Packs large payloads, each against an earlier one: streams of whole states repeat themselves.
///
/// Among the payloads of a kind the base of the n-th is the one whose number is n without its lowest bit: most bases
/// are near, and no chain is longer than six before it ends at a key frame, every [#KEYS] payloads. One state is often
/// told by several kinds of events, one after the other: a kind whose payloads are more like the newest of the others
/// follows those, at the end of their chains, and has no chain of its own. Remembers what may be a base, within a
/// budget. For one thread.
final class Packing implements AutoCloseable {
    /// UTF-8 bytes from which a payload is packed.
    static final int FROM = 4_096;

    /// From here on only the key frame is remembered as a base.
    private static final int LARGE = 4 << 20;

    /// From here on a payload stands for itself.
    private static final int HUGE = 24 << 20;

    private static final int KEYS = 64;
    private static final int LEVEL = 3;
    private static final long BUDGET = 48L << 20;
    /// A kind follows others while its payloads become this many times smaller.
    private static final int ALIKE = 16;

    private static final byte[] NONE = {};

    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private final Map<Kind, Chain> chains = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /// The newest payload of a kind that follows none.
    private @Nullable Base newest;

    /// A packed payload.
    ///
    /// @param base the event whose payload it is packed against, or null
    /// @param data a frame of zstd
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares or changes them.
    record Packed(@Nullable Long base, byte[] data) {}

    /// Payloads that are likely to be alike.
    private record Kind(
            EventKind kind,
            String mode,
            String path,
            @Nullable String node,
            int flags) {
        private static final int FLAGS = EventFlag.BEGIN.bit()
                | EventFlag.FINISH.bit()
                | EventFlag.OWN_CALLBACK.bit()
                | EventFlag.SUBGRAPH.bit();

        static Kind of(EventFacts facts) {
            // Without the ids of tasks, which are other ones in every step.
            String path = facts.namespace().replaceAll(":[^|]*", "");
            return new Kind(facts.kind(), facts.mode(), path, facts.node(), facts.flags() & FLAGS);
        }
    }

    /// A payload that may be a base.
    @SuppressWarnings("ArrayRecordComponent")
    private record Base(long seq, Chain chain, int number, byte[] bytes) {}

    /// The bases of a kind: the last one and those it rests on, the key frame first.
    private static final class Chain {
        private final Deque<Base> bases = new ArrayDeque<>();
        private int number;
        private long size;
        private boolean follows;
    }

    /// Packs a payload, or gives null where that does not make it smaller.
    ///
    /// @param bytes as [ExactText#encode] makes them
    @Nullable
    Packed pack(EventFacts facts, byte[] bytes) {
        int most = bytes.length - bytes.length / 8;
        if (bytes.length >= HUGE) {
            return smaller(bytes, null, most);
        }
        Chain chain = chains.computeIfAbsent(Kind.of(facts), kind -> new Chain());
        Base other = newest == null || newest.chain == chain ? null : newest;
        Packed packed = chain.follows ? smaller(bytes, other, bytes.length / ALIKE) : null;
        if (packed != null) {
            return packed;
        }
        chain.follows = false;
        Base base = next(chain, bytes.length >= LARGE);
        packed = smaller(bytes, base, most);
        if (packed != null && other != null && Integer.bitCount(chain.number) <= 1) {
            Packed beside = smaller(bytes, other, Math.min(bytes.length / ALIKE, packed.data.length / 2));
            if (beside != null) {
                cut(chain, -1);
                chain.follows = true;
                return beside;
            }
        }
        if (bytes.length < LARGE || base == null) {
            newest = new Base(facts.seq(), chain, chain.number, bytes);
            chain.bases.addLast(newest);
            chain.size += bytes.length;
            held += bytes.length;
            forget();
        }
        return packed;
    }

    /// Goes on to the next payload of a kind and gives its base, the last of those that are still needed.
    private @Nullable Base next(Chain chain, boolean large) {
        chain.number = chain.bases.isEmpty() ? 0 : (chain.number + 1) % KEYS;
        int wanted = large || chain.number == 0 ? 0 : chain.number & (chain.number - 1);
        cut(chain, chain.number == 0 ? -1 : wanted);
        return chain.bases.peekLast();
    }

    /// Lets go of the bases of a chain whose number is larger than this.
    private void cut(Chain chain, int number) {
        while (!chain.bases.isEmpty() && chain.bases.getLast().number() > number) {
            int size = chain.bases.removeLast().bytes().length;
            chain.size -= size;
            held -= size;
        }
    }

    /// A payload packed against another one, or null where that takes more than this many bytes.
    private @Nullable Packed smaller(byte[] bytes, @Nullable Base base, int most) {
        int before = base == null ? 0 : base.bytes().length;
        zstd.reset();
        zstd.setLevel(LEVEL);
        zstd.setContentSize(true);
        zstd.setWindowLog(Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(bytes.length + before), 17, 27));
        zstd.loadDict(base == null ? NONE : base.bytes(), ZstdDictContentType.RAW_CONTENT);
        byte[] data = zstd.compress(bytes);
        if (data.length > most) {
            return null;
        }
        return new Packed(base == null ? null : base.seq(), data);
    }

    /// Lets go of the kinds that were not met for longest, until the budget holds.
    private void forget() {
        Iterator<Chain> oldest = chains.values().iterator();
        while (held > BUDGET && oldest.hasNext()) {
            held -= oldest.next().size;
            oldest.remove();
        }
    }

    @Override
    public void close() {
        zstd.close();
    }
}
