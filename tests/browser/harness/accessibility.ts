/** What a browser tells screen readers of the page in front. */
import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './browser-side.ts';
import type { Lens } from './browsers.ts';

export interface AccessibleNode {
  /** `dialog`, `alert`, …; the page itself is a `document`. */
  readonly role: string;
  readonly label: string;
  readonly focused: boolean;
  /** A live region: what changes in it is spoken unasked. */
  readonly live: boolean;
}

export async function accessibleNodes(lens: Lens, page: Page): Promise<AccessibleNode[]> {
  return lens.name === 'chrome' ? ofChromium(page) : ofFirefox(lens);
}

async function ofChromium(page: Page): Promise<AccessibleNode[]> {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: role?.value === 'RootWebArea' ? 'document' : String(role?.value),
      label: String(name?.value ?? ''),
      focused: properties.some(({ name: key, value }) => key === 'focused' && value.value === true),
      live: properties.some(({ name: key, value }) => key === 'live' && /polite|assertive/.test(value.value)),
    }));
}

/** WebDriver BiDi gives no accessible nodes: the browser's own window asks for them, as its developer tools do. */
function ofFirefox(lens: Lens): Promise<AccessibleNode[]> {
  return inFirefoxWindow(
    lens,
    `(() => {
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      const attribute = ({ attributes }, key) => { try { return attributes.getStringProperty(key); } catch { return ''; } };
      const all = [];
      const add = (node) => {
        const states = {};
        node.getState(states, {});
        all.push({
          role: service.getStringRole(node.role),
          label: node.name ?? '',
          focused: (states.value & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0,
          live: /polite|assertive/.test(attribute(node, 'live')),
        });
        for (let child = node.firstChild; child; child = child.nextSibling) add(child);
      };
      const page = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
      if (page) add(page);
      return all;
    })()`,
  );
}
