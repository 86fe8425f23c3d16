/**
 * Custom properties of the card have names that no page knows. By a known name a page could set one from outside, or
 * declare with `@property`, which holds in closed shadow trees as well, that it is a number or is not inherited.
 */

/** Afresh for every document; a page cannot read it, for no element that it can reach has such a property. */
const KEY = [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join('');

/** The name under which the card has the custom property `--name`. */
export const ownName = (name: `--${string}`): string => `--k${KEY}-${name.slice(2)}`;

/** A style whose custom properties have their own names. */
export const withOwnNames = (css: string): string => css.replace(/--(?=[a-z])/g, `--k${KEY}-`);
