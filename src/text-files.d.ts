/** Files that the build takes in as text: starter notes, settings and style sheets. */
declare module '*.md' {
  const text: string;
  export default text;
}
declare module '*.base' {
  const text: string;
  export default text;
}
declare module '*.yml' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
