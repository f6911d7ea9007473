declare module 'virtual:built-plugin' {
  /** main.js as it ships. */
  export const script: string;
  /** styles.css as it ships. */
  export const styles: string;
}
