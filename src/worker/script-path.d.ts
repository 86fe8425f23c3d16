/** crxjs: builds the script as one self-contained file; the value is its path in the extension. */
declare module '*?script&iife' {
  const path: string;
  export default path;
}
