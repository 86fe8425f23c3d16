declare module 'findandreplacedomtext' {
  interface Options {
    find: RegExp;
    replace: (portion: { text: string }) => Node;
    preset: 'prose';
  }
  export default function findAndReplaceDOMText(root: Node, options: Options): { revert(): void };
}

declare module 'mark.js' {
  export default class Mark {
    constructor(root: Node);
    mark(forms: readonly string[], options: object): void;
    unmark(): void;
  }
}

/** Made by the bench as it builds its extension. */
declare module 'pack-prefilter' {
  const packed: import('../../src/shared/recognise/prefilter.ts').PackedPrefilter;
  export default packed;
}
