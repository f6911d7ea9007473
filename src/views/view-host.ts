/** What views need of the program they are shown in. */
export interface ViewHost {
  /** Opens a note, at a place in its text where one is given (UTF-16 units). `newTab` as the person asked by key or button. */
  open(path: string, options?: { readonly offset?: number; readonly newTab?: boolean }): void;
  /** Fills an element with an icon by its Lucide name; icons say nothing to assistive technology. */
  icon(element: HTMLElement, name: string): void;
  /** Runs one of the plugin's commands by its id, as from the palette. */
  run(command: string): void;
}
