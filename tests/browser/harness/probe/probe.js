// Answers questions of the test (asked by a DOM event on the document) about closed shadow roots and about our
// highlights, with plain data. Runs in an isolated world of its own, so the page under test is left alone.
const rootOf = (element) =>
  typeof chrome !== 'undefined' && chrome.dom?.openOrClosedShadowRoot
    ? chrome.dom.openOrClosedShadowRoot(element)
    : element.openOrClosedShadowRoot;

const box = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

/** What the card shows of an element: its text stands in attributes. */
const said = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (!(node instanceof Element) || node.localName === 'style') return '';
  const sealed = node.getAttribute('data-said');
  return sealed ?? [...node.childNodes].map(said).join('');
};

/** The same with line breaks, without what is not drawn. */
const shown = (node) => {
  if (!(node instanceof Element)) return said(node);
  const { display } = getComputedStyle(node);
  if (display === 'none' || node.localName === 'style') return '';
  const text = node.getAttribute('data-said') ?? [...node.childNodes].map(shown).join('');
  return /^(block|grid|flex|list-item)$/.test(display) ? `\n${text}\n` : text;
};

/** Children of the document element beside head and body: the only place where the card's host may stand. */
const hosts = () => {
  const inTopLayer = document.querySelectorAll('dialog > *, :fullscreen > *, [popover] > *');
  const all = [...document.documentElement.children, ...inTopLayer];
  return all.filter(
    // In XML documents there are elements of other kinds, which cannot be asked.
    (element) => element instanceof HTMLElement && !['HEAD', 'BODY'].includes(element.tagName) && rootOf(element),
  );
};

const describe = (element) => ({
  tag: element.localName,
  text: said(element).trim().replace(/\s+/g, ' '),
  role: element.getAttribute('role'),
  label: element.getAttribute('aria-label'),
  href: element.getAttribute('href'),
  rel: element.getAttribute('rel'),
  attributes: Object.fromEntries([...element.attributes].map((a) => [a.name, a.value])),
  box: box(element),
  visible: element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true,
});

const questions = {
  /** The open card: its text and boxes, or null. */
  card: () => {
    const host = hosts()[0];
    if (!host) return null;
    const root = rootOf(host);
    const panel = root.querySelector('[role="dialog"], [role="region"], [role="tooltip"], article, section');
    const styles = [...root.querySelectorAll('style')].map((s) => s.textContent);
    const text = [...root.children]
      .map(shown)
      .join('\n')
      .replace(/\n\s*\n/g, '\n')
      .trim();
    return {
      text,
      host: describe(host),
      panel: panel ? describe(panel) : null,
      focus: root.activeElement ? describe(root.activeElement) : null,
      styles: styles.length,
    };
  },
  /** The element of the card that has the focus, or null: with less work than all of the card. */
  focus: () => {
    const host = hosts()[0];
    const focused = host && rootOf(host).activeElement;
    return focused ? describe(focused) : null;
  },
  /** The first element in the card by selector, or null: a reading view has hundreds, and boxes out of its view are dear. */
  first: ({ selector }) => {
    const found = hosts()[0] && rootOf(hosts()[0]).querySelector(selector);
    return found ? describe(found) : null;
  },
  /** Elements in the card by selector. */
  query: ({ selector }) => {
    const host = hosts()[0];
    return host ? [...rootOf(host).querySelectorAll(selector)].map(describe) : [];
  },
  /** Text and first box of every painted range, by highlight name. */
  highlights: () => {
    // In Firefox another extension's highlights can be read as the page sees them, step by step.
    const { highlights } = (window.wrappedJSObject ?? window).CSS;
    const each = (iterator, use) => {
      for (let step = iterator.next(); !step.done; step = iterator.next()) use(step.value);
    };
    const all = [];
    each(highlights.entries(), (entry) => {
      const ranges = [];
      each(entry[1].values(), (range) => {
        ranges.push({ text: range.toString(), box: box(range), collapsed: range.collapsed });
      });
      all.push({ name: entry[0], ranges });
    });
    return all;
  },
};

document.addEventListener('lens-probe-ask', (event) => {
  const { question, argument } = JSON.parse(event.detail);
  let answer;
  try {
    answer = { value: questions[question](argument ?? {}) };
  } catch (error) {
    answer = { error: String(error) };
  }
  document.dispatchEvent(new CustomEvent('lens-probe-answer', { detail: JSON.stringify(answer) }));
});
