/** Widths of the preview, in pixels: phone, column, tablet, screens. 0 takes the space that there is. */
export const WIDTHS = [320, 480, 768, 1024, 1280, 0] as const;

/** Width and colour scheme of the preview. */
export class PreviewView {
  width: number;
  /** Undefined for the scheme of this page. */
  scheme: 'light' | 'dark' | undefined;
  readonly #onChange: () => void;

  constructor(width: string | null, onChange: () => void) {
    this.width = WIDTHS.find(one => String(one) === width) ?? 0;
    this.#onChange = onChange;
  }

  setWidth(width: number): void {
    this.width = width;
    this.#onChange();
  }

  setScheme(scheme: 'light' | 'dark'): void {
    this.scheme = scheme;
    this.#onChange();
  }
}
