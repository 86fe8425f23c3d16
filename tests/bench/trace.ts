/**
 * What else happened in a slice: from the browser's own trace, in which marks carry the time of the thread's processor.
 * A slice is long for three reasons that look the same on the clock: our work, the engine's garbage collection, and
 * other processes on the same core.
 */

/** Marks that the bench's pages put into the timeline; of slices inside slices the outer ones count. */
export const SLICE_START = 'lens-slice-start';
export const SLICE_END = 'lens-slice-end';

export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-v8.gc', 'v8', 'blink.user_timing'];

/** An event of the browser's trace; times in microseconds, `tts` of the thread's processor. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly ts: number;
  readonly tts?: number;
  readonly dur?: number;
}

/** Milliseconds. */
export interface SliceTimes {
  readonly wall: number;
  /** On the processor. */
  readonly cpu: number;
  /** Of the wall time, in garbage collection. */
  readonly gc: number;
}

/** The outermost events of garbage collection on a page's own thread. */
const COLLECTION = new Set(['MinorGC', 'MajorGC', 'V8.GCIncrementalMarking', 'V8.GCFinalizeMC']);

/** The slices of a trace, longest first. */
export function sliceTimes(events: readonly TraceEvent[]): SliceTimes[] {
  const marks = events.filter(({ name }) => name === SLICE_START || name === SLICE_END).sort((a, b) => a.ts - b.ts);
  const collections = events
    .filter(({ name, ph, tid }) => ph === 'X' && tid === marks[0]?.tid && COLLECTION.has(name))
    .sort((a, b) => a.ts - b.ts);
  const slices: SliceTimes[] = [];
  let first: TraceEvent | undefined;
  let depth = 0;
  let next = 0;
  for (const mark of marks) {
    if (mark.name === SLICE_START) {
      if (depth++ === 0) first = mark;
      continue;
    }
    if (depth === 0 || --depth > 0 || !first) continue;
    let gc = 0;
    let end = 0;
    for (; next < collections.length && collections[next]!.ts <= mark.ts; next++) {
      const { ts, dur = 0 } = collections[next]!;
      // One inside another counts once.
      if (ts < first.ts || ts < end) continue;
      gc += dur;
      end = ts + dur;
    }
    const cpu = (mark.tts ?? Number.NaN) - (first.tts ?? Number.NaN);
    slices.push({ wall: (mark.ts - first.ts) / 1_000, cpu: cpu / 1_000, gc: gc / 1_000 });
  }
  return slices.sort((a, b) => b.wall - a.wall);
}
