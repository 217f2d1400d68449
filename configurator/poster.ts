import type {PosterSize} from '../src/elements/project/poster.js';
import type {SnippetSettings} from '../src/tools/snippets/settings.js';

/** Members of `<spass-project>` that are used here. */
type ProjectWidget = HTMLElement & {readonly loadComplete: Promise<void>};

/** Sizes of the paper of a poster. */
export const POSTER_SIZES: readonly PosterSize[] = ['a3', 'a4'];

/** Returns the widget of the preview that the configurator edits; a portal may contain several. */
function editedWidget(page: Document, {portal}: SnippetSettings): ProjectWidget | undefined {
  const before = portal?.before.filter(({widget}) => widget === 'project').length ?? 0;
  return page.querySelectorAll<ProjectWidget>('spass-project')[before];
}

/** Prints the poster of the project in the preview, which shows it until it is printed. */
export async function printPoster(
  {contentDocument, contentWindow}: HTMLIFrameElement,
  settings: SnippetSettings,
  size: PosterSize,
): Promise<void> {
  const widget = contentDocument && editedWidget(contentDocument, settings);
  if (!widget || !contentWindow) return;
  const previous = widget.getAttribute('poster');
  widget.setAttribute('poster', size);
  await widget.loadComplete;
  const images = widget.shadowRoot?.querySelectorAll('img') ?? [];
  // One that cannot be loaded is replaced by the emblem of the European Union.
  await Promise.allSettled([...images].map(image => image.decode()));
  const restore = (): void => {
    if (previous === null) widget.removeAttribute('poster');
    else widget.setAttribute('poster', previous);
  };
  contentWindow.addEventListener('afterprint', restore, {once: true});
  contentWindow.print();
}
