/** In frames that may have a mention: finds mentions, marks them, answers the popup, and opens the card. */

import { isCardRoot, removeLeftCards } from '../card/own-root.ts';
import type { CardOptions, CardPort, CardRequest } from '../card/port.ts';
import { CARD_PORT } from '../card/port.ts';
import { dictionary, traits } from '../generated/dictionary.ts';
import type { CompiledKnowledge } from '../knowledge/types.ts';
import { knowledgeFor } from '../platform/knowledge.ts';
import type { ToFrame } from '../platform/messages.ts';
import { isAlive } from '../platform/native.ts';
import { shadowRootOf } from '../platform/shadow.ts';
import { answer, askBackground } from '../platform/wire.ts';
import { type Projection, readDictionary, readProjection, watchProjection } from '../settings/projection.ts';
import { createRecogniser } from '../shared/recognise/recogniser.ts';
import type { Recogniser } from '../shared/recognise/types.ts';
import { openTraits } from './marks/choice.ts';
import type { PageMention } from './marks/registry.ts';
import { exportMentions, summarise } from './marks/summary.ts';
import { rectsOf } from './pointer/geometry.ts';
import { watchPointer } from './pointer/pointer.ts';
import { bringIntoView, nearest, step } from './pointer/walk.ts';
import { type Lens, startLens } from './session/lens.ts';
import { passageAround } from './session/passage.ts';
import { isOn, type OpenedPrefilter, PREFILTER, READING, world } from './session/world.ts';

let recogniser: Recogniser;
let known = openTraits(traits);
/** The projection's number of the dictionary that these two are of; 0 for the built-in one. */
let revision: number | undefined;
let projection: Projection;
let lens: Lens | undefined;
let running: AbortController | undefined;
let visited: PageMention | undefined;

async function apply(next: Projection): Promise<void> {
  const before = projection;
  projection = next;
  if (next.dictionary !== revision) {
    const names = await readDictionary(next);
    // Another change came while this one was read.
    if (projection !== next) return;
    revision = next.dictionary;
    const opened = world[PREFILTER] as OpenedPrefilter | undefined;
    recogniser = createRecogniser(names ?? dictionary, opened?.dictionary === revision ? opened.prefilter : undefined);
    known = new Map([...openTraits(traits), ...openTraits(names?.packTraits ?? {})]);
    stop();
  }
  const on = await isOn(next);
  if (projection !== next) return;
  if (!on) stop();
  else if (!lens) start();
  else {
    if (JSON.stringify(before.marks) !== JSON.stringify(next.marks)) lens.update(next.marks);
    port()?.change(cardOptions());
  }
}

const cardOptions = (): CardOptions => ({ ...projection.card, closeDelay: projection.opening.closeDelay });

function start(): void {
  running = new AbortController();
  lens = startLens(
    {
      recogniser,
      traits: known,
      shadowRootOf: (element) => {
        const root = shadowRootOf(element);
        return root && isCardRoot(root) ? null : root;
      },
      needStyle: () => void askBackground('paint-style', undefined),
      changed: () => report(),
      isAlive,
    },
    projection.marks,
    running,
  );
  watchPointer<PageMention>(
    {
      at: (x, y, target) => {
        if (!isAlive()) stop();
        return lens?.hitTest.at(x, y, target);
      },
      open: (mention, opener) => void openCard(mention, opener),
      prepare: (mention) => void prepareCard(mention),
      leave: () => {
        asked += 1;
        port()?.leave();
      },
      isOpen: () => port()?.isOpen() ?? false,
      opening: () => projection.opening,
    },
    running.signal,
  );
  running.signal.addEventListener('abort', () => {
    port()?.destroy();
    lens = undefined;
  });
}

function stop(): void {
  if (!lens) return;
  running?.abort();
  // At once: a frame that is switched on again before it told of its end would have nothing new to tell, and whoever
  // asked it while it was still reading would keep half of the answer.
  tell();
}

let reporting: ReturnType<typeof setTimeout> | undefined;
let reported = '';

/** Tells the service worker what the frame shows once it stays the same for a moment. */
function report(again = false): void {
  clearTimeout(reporting);
  reporting = setTimeout(() => tell(again), 150);
}

/** Tells the service worker what the frame shows, when that changed. */
function tell(again = false): void {
  clearTimeout(reporting);
  const counts = lens?.counts() ?? new Map<string, number>();
  const drugs = [...counts.keys()];
  const mentions = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const content = JSON.stringify([drugs, mentions]);
  if (content === reported && !again) return;
  if (mentions === 0 && reported === '') return;
  reported = content;
  void askBackground('frame-report', { drugs, mentions });
}

const port = (): CardPort | undefined => (globalThis as unknown as Record<string, CardPort | undefined>)[CARD_PORT];

/** Counts what cards are asked for: one that another overtook, or that the pointer left, does not open late. */
let asked = 0;

/** On its way: a second one would take the place of the card that the first may have opened meanwhile. */
let injecting: Promise<unknown> | undefined;

function injectCard(): Promise<unknown> {
  injecting ??= askBackground('need-card', undefined).finally(() => {
    injecting = undefined;
  });
  return injecting;
}

/** The card script, injected the first time, and the knowledge of what the frame names. */
async function fetchCard(): Promise<{ card: CardPort; knowledge: CompiledKnowledge } | undefined> {
  const [knowledge] = await Promise.all([
    knowledgeFor([...(lens?.counts().keys() ?? [])]),
    port() ? true : injectCard(),
  ]);
  const card = port();
  return card && knowledge && { card, knowledge };
}

function requestFor(mention: PageMention, knowledge: CompiledKnowledge, opener: CardRequest['opener']): CardRequest {
  const { drug, form, text } = mention;
  return {
    knowledge,
    mention: { drug, form, text },
    rects: () => rectsOf(mention),
    passage: passageAround(mention),
    onPage: [...(lens?.counts() ?? [])].map(([id, count]) => ({ drug: id, count })),
    goTo: (id) => void goTo(lens?.mentions().find((other) => other.drug === id)),
    options: cardOptions(),
    opener,
    setProfessional: (professional) => void askBackground('set-professional', { on: professional }),
    node: mention.first.node,
    shadowRootOf,
  };
}

/** Makes the card of a mention on which the pointer rests. */
async function prepareCard(mention: PageMention): Promise<void> {
  const order = asked;
  const fetched = await fetchCard();
  if (fetched && order === asked) fetched.card.prepare(requestFor(mention, fetched.knowledge, 'pointer'));
}

/** Opens the card of a mention. */
async function openCard(mention: PageMention, opener: CardRequest['opener']): Promise<boolean> {
  visited = mention;
  asked += 1;
  const order = asked;
  const fetched = await fetchCard();
  if (!fetched || order !== asked) return false;
  fetched.card.open(requestFor(mention, fetched.knowledge, opener));
  return true;
}

function goTo(mention: PageMention | undefined): Promise<boolean> | false {
  if (!mention || !lens) return false;
  bringIntoView(mention);
  lens.flash(mention);
  return openCard(mention, 'keyboard');
}

async function main(): Promise<void> {
  removeLeftCards(shadowRootOf);
  answer<ToFrame>({
    'list-mentions': () => ({
      url: location.href,
      title: document.title,
      active: lens !== undefined,
      mentions: summarise(lens?.mentions() ?? []),
    }),
    'export-mentions': () => exportMentions(lens?.mentions() ?? []),
    'report-again': () => {
      report(true);
      return undefined;
    },
    'go-to-mention': ({ index }) => goTo(lens?.mentions()[index]),
    'step-mention': ({ by }) => goTo(step(lens?.mentions() ?? [], visited, by)),
    'open-card': () => goTo(visited ?? nearest(lens?.mentions() ?? [])),
  });
  watchProjection((next) => void apply(next));
  await apply(await readProjection());
  // Back from the back/forward cache: settings may have changed meanwhile, and the service worker lost count.
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted || !isAlive()) return;
    await apply(await readProjection());
    report(true);
  });
}

// Settings that change while this is on its way have it sent for again: a second start does nothing.
if (!world[READING]) {
  world[READING] = true;
  void main();
}
