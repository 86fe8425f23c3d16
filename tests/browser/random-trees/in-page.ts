/**
 * Runs inside a page: grows trees by chance, scans them, changes them by chance while they are scanned, and compares what
 * is known of each in the end with what a fresh scan finds. The same seed gives the same trees and changes.
 */
import type { PageMention } from '../../../src/frame/marks/mention.ts';
import { createMentions } from '../../../src/frame/marks/mentions.ts';
import { chunksOf, placesIn } from '../../../src/frame/scan/places.ts';
import { type Search, startScan } from '../../../src/frame/scan/scan.ts';
import { isUnread } from '../../../src/frame/scan/unread.ts';
import { dictionary } from '../../../src/generated/dictionary.ts';
import { createRecogniser } from '../../../src/shared/recognise/recogniser.ts';

const recogniser = createRecogniser(dictionary);

/** Pieces of text: names, their halves, short names and what introduces them, and what counts beside a name alone. */
const TEXTS = [
  ...['memantine', 'Amantadine', ' ketamine ', 'mem', 'antine', 'aman', 'tadine', ' and ', 'water ', '', '-', '\n'],
  ...['Memantine (MEM) is new. ', ' MEM ', 'dextromethorphan (DXM)', ' DXM ', 'A plant-based diet. ', ' UTI ', 'PCP '],
];
const TAGS = [...'p div b i span li section h2 code button textarea br u em td'.split(' '), 'b', 'i', 'span', 'p'];
const STYLES = [
  '',
  '',
  '',
  '',
  'float:left',
  'display:none',
  'display:inline-block',
  'position:absolute',
  'display:block',
];

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function gardener(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const text = (): Text => document.createTextNode(pick(TEXTS));

  function tree(depth: number): Node {
    if (depth === 0 || random() < 0.35) return text();
    const element = document.createElement(pick(TAGS));
    if (random() < 0.2) element.style.cssText = pick(STYLES);
    if (random() < 0.03) element.contentEditable = 'true';
    for (let k = Math.floor(random() * 4); k >= 0; k--) element.append(tree(depth - 1));
    if (/^(?:P|DIV|SPAN|SECTION)$/.test(element.tagName) && random() < 0.05) {
      element.attachShadow({ mode: 'open' }).append(tree(depth - 1), tree(depth - 1));
    }
    return element;
  }

  /** All nodes of a tree below its root, in shadow trees too. */
  function nodesOf(root: Node): Node[] {
    const inside = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
    return [...inside, ...root.childNodes].flatMap((node) => [node, ...nodesOf(node)]);
  }

  /** Whether a node is in a tree, or in a shadow tree of it. */
  const holds = (tree: Node, node: Node): boolean => {
    for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      if (at === tree) return true;
    }
    return false;
  };

  const changes: readonly ((node: Node, others: readonly Node[]) => void)[] = [
    (node) => node.parentNode?.insertBefore(tree(2), node),
    (node) => (node as ChildNode).remove?.(),
    (node) => (node as ChildNode).replaceWith?.(tree(2)),
    (node) => {
      if (node instanceof Text) node.data = pick(TEXTS);
    },
    (node) => {
      if (node instanceof Text) node.data += pick(TEXTS);
    },
    (node) => {
      if (node instanceof Text && node.length > 3) node.splitText(2);
    },
    (node) => node.parentNode?.normalize(),
    (node, others) => {
      const to = pick(others);
      if (to instanceof Element && !holds(node, to) && !(node instanceof ShadowRoot)) to.append(node);
    },
    (node) => {
      if (node instanceof HTMLElement && random() < 0.3) node.innerHTML = String(node.innerHTML);
    },
    (node) => {
      if (!(node instanceof Element)) return;
      const around = document.createElement(pick(TAGS));
      node.replaceWith(around);
      around.append(node);
    },
    (node) => {
      if (node instanceof Element && !node.shadowRoot) node.replaceWith(...node.childNodes);
    },
    (node) => {
      if (node instanceof HTMLElement) node.contentEditable = pick(['true', 'false', 'inherit']);
    },
    (node) => {
      if (node instanceof HTMLElement) node.role = pick(['textbox', 'note', null]);
    },
  ];

  return {
    tree,
    change(root: Element): void {
      const nodes = nodesOf(root);
      if (nodes.length === 0) root.append(tree(3));
      else pick(changes)(pick(nodes), nodes);
    },
    nodesOf,
  };
}

const events = { added: () => undefined, removed: () => undefined };

/** Mentions as text, by their places in a tree. */
function told(all: readonly PageMention[], nodes: readonly Node[]): string[] {
  return all
    .map(({ first, last, drug, text }) =>
      [nodes.indexOf(first.node), first.offset, nodes.indexOf(last.node), last.offset, drug, text].join(' '),
    )
    .sort();
}

/** What a fresh scan finds, at one go. */
function foundIn(root: Element, nodes: readonly Node[]): string[] {
  const mentions = createMentions(recogniser, events);
  const scan = ({ find, take }: Search): void => {
    for (const tree of [root, ...nodes.filter((node) => node instanceof ShadowRoot && !isUnread(node.host))]) {
      const taken = new Set<Text>();
      for (const chunk of chunksOf(tree)) {
        for (const { node, offset } of placesIn(chunk, find)) {
          const parent = node.parentElement ?? (node.parentNode as ShadowRoot).host;
          if (!taken.has(node) && !isUnread(parent)) take(node, offset, taken);
        }
      }
    }
  };
  scan(mentions);
  for (let terms = mentions.newTerms(); terms; terms = mentions.newTerms()) scan(terms);
  return told(mentions.all(), nodes);
}

/** Follows a tree while it changes. */
function follow(root: Element) {
  let slices = 0;
  const mentions = createMentions(recogniser, events);
  const scan = startScan(
    {
      find: mentions.find,
      take: mentions.take,
      left: mentions.left,
      textChanged: mentions.textChanged,
      tidy: mentions.tidy,
      rested() {
        slices++;
        const terms = mentions.newTerms();
        if (terms) scan.again(terms);
      },
    },
    { root, isAlive: () => true, shadowRootOf: (element) => element.shadowRoot },
  );
  return {
    stop: scan.stop,
    slices: () => slices,
    all: mentions.all,
  };
}

/** Waits until nothing has been scanned for a second, in which tasks of the lowest priority had their turn. */
async function rest(all: readonly { slices(): number }[]): Promise<void> {
  const sum = (): number => all.reduce((total, one) => total + one.slices(), 0);
  for (let still = 0; still < 10; ) {
    const before = sum();
    await new Promise((done) => setTimeout(done, 100));
    await scheduler.postTask(() => undefined, { priority: 'background' });
    still = sum() === before ? still + 1 : 0;
  }
}

/**
 * Grows and changes `count` trees at once.
 *
 * @returns for each that did not settle to what a fresh scan finds: its seed, and both
 */
async function settle(seed: number, count: number): Promise<{ wrong: object[]; mentions: number }> {
  const garden = document.createElement('main');
  document.body.append(garden);
  const trees = Array.from({ length: count }, (_, k) => {
    const random = chance(seed + k);
    const { tree, change, nodesOf } = gardener(random);
    const root = document.createElement('div');
    for (let n = 0; n < 3; n++) root.append(tree(4));
    garden.append(root);
    return { seed: seed + k, random, change, root, nodesOf, followed: follow(root) };
  });
  for (let burst = 0; burst < 5; burst++) {
    for (const { random, change, root } of trees) for (let k = random() * 6; k > 0; k--) change(root);
    await new Promise((done) => setTimeout(done, 150));
  }
  await rest(trees.map(({ followed }) => followed));
  let mentions = 0;
  const wrong = trees.flatMap(({ seed: of, followed, root, nodesOf }) => {
    const nodes = nodesOf(root);
    const [known, found] = [told(followed.all(), nodes), foundIn(root, nodes)];
    mentions += found.length;
    followed.stop();
    return JSON.stringify(known) === JSON.stringify(found) ? [] : [{ seed: of, known, found, html: root.innerHTML }];
  });
  garden.remove();
  return { wrong, mentions };
}

Object.assign(globalThis, { settle });
