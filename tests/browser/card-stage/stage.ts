/**
 * The card on a page of its own, without content script and service worker: so that a test can give it any knowledge and
 * any passage. Runs in the page; `bundle.ts` builds it.
 */

import { buildModel } from '../../../src/card/build-model.ts';
import cardCss from '../../../src/card/card.css?inline';
import { type CardEnvironment, createCard } from '../../../src/card/controller.ts';
import { createDock } from '../../../src/card/dock.ts';
import { dressed } from '../../../src/card/dress.ts';
import hostCss from '../../../src/card/host.css?inline';
import { makeCard } from '../../../src/card/make.ts';
import { withOwnNames } from '../../../src/card/own-names.ts';
import { GLANCE } from '../../../src/card/sizes.ts';
import type { Does } from '../../../src/card/tools.ts';
import '../../../src/card/vocabulary.iife.ts';
import { usesOfPassage } from '../../../src/card/passage-uses.ts';
import type { CardOptions, CardPort, CardRequest } from '../../../src/card/port.ts';
import { renderCard } from '../../../src/card/view.ts';
import type { Words } from '../../../src/card/words.ts';
import { passageAround } from '../../../src/frame/session/passage.ts';
import { openKnowledge } from '../../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../../src/knowledge/bundled.ts';
import { inLanguage } from '../../../src/knowledge/in-language.ts';
import type { CompiledKnowledge } from '../../../src/knowledge/types.ts';
import tokens from '../../../src/ui/tokens.css?inline';
import { namedUse } from '../../card/named-use.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;

export interface Ask {
  readonly drug: string;
  /** As the page writes it; its first occurrence is the mention. */
  readonly text: string;
  readonly form?: string;
  readonly onPage?: readonly { readonly drug: string; readonly count: number }[];
  readonly opener?: CardRequest['opener'];
  readonly options?: Partial<CardOptions>;
}

const OPTIONS: CardOptions = {
  theme: 'auto',
  density: 'comfortable',
  textSize: 100,
  professional: false,
  closeDelay: 300,
};

let messages: Messages = {};
let language = 'en';
let knowledge: CompiledKnowledge = bundledKnowledge();
/** The same in the language that the stage speaks. */
let shown = knowledge;
let port: CardPort | undefined;
const told: unknown[] = [];

const words: Words = (key, ...values) => {
  const message = messages[key]?.message ?? key;
  return message.replace(/\$(\d)/g, (_match, index: string) => String(values[Number(index) - 1] ?? ''));
};

function mentionNode(text: string): Text {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Text).data.includes(text)) return node as Text;
  }
  throw new Error(`no "${text}" in this page`);
}

function request({ drug, text, form, onPage, opener, options }: Ask): CardRequest {
  const node = mentionNode(text);
  const start = node.data.indexOf(text);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + text.length);
  const block = node.parentElement!.closest('p,li,td,h1,h2,div') ?? node.parentElement!;
  const run = { text: block.textContent };
  const at = run.text.indexOf(text);
  return {
    knowledge: shown,
    mention: { drug, form: form ?? text, text },
    rects: () => [...range.getClientRects()],
    passage: passageAround({ run, start: at, end: at + text.length, first: { node } }),
    onPage: onPage ?? [],
    actions: {
      hide: (hidden) => told.push({ hide: hidden }),
      leaveSite: () => told.push('leave site'),
    },
    goTo: (to) => told.push({ goTo: to }),
    options: { ...OPTIONS, ...options },
    opener: opener ?? 'pointer',
    node,
    shadowRootOf: ({ shadowRoot }) => shadowRoot,
    setProfessional: (on) => told.push({ professional: on }),
  };
}

const environment = (): CardEnvironment => ({
  isAlive: () => true,
  wording: { words, language },
  version: '0.0.0',
  reportTo: 'https://reports.example',
  usesOf: usesOfPassage,
  print: (view) => told.push({ printed: view.document.body.innerText }),
});

const nothing = (): void => undefined;
const DOES: Does = { more: nothing, close: nothing, flip: nothing, keep: nothing, showDrug: nothing, print: nothing };

const stage = {
  /** Words of the interface, from `_locales`. */
  speak(to: string, given: Messages): void {
    [language, messages] = [to, given];
    shown = inLanguage(knowledge, language);
    port?.destroy();
    port = createCard(environment());
  },
  know(given: CompiledKnowledge): void {
    knowledge = given;
    shown = inLanguage(knowledge, language);
  },
  open: (ask: Ask): void => port!.open(request(ask)),
  leave: (): void => port!.leave(),
  close: (): void => port!.close(),
  isOpen: (): boolean => port!.isOpen(),
  /** What the card told its page. */
  told: (): unknown => told,
  /** The glance, or the reading view with what it stands in, as plain content of this page. */
  inlinePlace(ask: Ask, level: 'glance' | 'reading'): void {
    const style = document.createElement('style');
    style.textContent = withOwnNames(tokens + cardCss + hostCss);
    const card = makeCard(environment(), level, request(ask), openKnowledge(shown), DOES)!;
    const place = document.createElement('div');
    place.className = 'place';
    if (level === 'glance') place.style.width = `${GLANCE.width}px`;
    place.append(card);
    document.body.replaceChildren(style, place);
    if (level === 'reading') createDock(place, words('cardResize'), nothing).clear([]);
  },
  /** The card as plain content of this page, which tools for accessibility can read. */
  inline({ drug, text, onPage, options }: Ask, indication?: string): void {
    const style = document.createElement('style');
    style.textContent = tokens + cardCss;
    const model = buildModel(openKnowledge(knowledge), {
      drug,
      text,
      form: text,
      uses: indication === undefined ? [] : [namedUse(indication, 'off-label')],
      onPage: onPage ?? [],
    })!;
    const card = renderCard(model, {
      wording: { words, language },
      professional: options?.professional ?? false,
      goTo: () => undefined,
      version: '0.0.0',
    });
    document.body.replaceChildren(style, dressed(card, { ...OPTIONS, ...options }));
    for (const details of card.querySelectorAll('details')) details.open = true;
  },
};

export type Stage = typeof stage;
(globalThis as unknown as { stage: Stage }).stage = stage;
