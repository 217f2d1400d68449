import type {LocalizedText} from '../../model/text.js';

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWING = 4;
/** Delay after the last report, in milliseconds, before the reports of a page are announced. */
const GATHERING_MS = 500;

/** Part of a message; one with `lang`, such as the title of a record, is marked as of that language. */
export type MessagePart = string | LocalizedText;

/** Status line that can announce for other widgets. */
interface Announcer {
  readonly language: string;
  announce(...message: readonly MessagePart[]): void;
}

interface Report {
  readonly announcer: Announcer;
  readonly widget: Element;
  readonly sentences: () => readonly MessagePart[];
}

let reports: Report[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Announces a result that no choice of the user has caused, such as the end of a long load. Reports of several widgets
 * within half a second are announced together, once per language.
 *
 * @param widget Element that decides the order in the page; of widgets inside another one, the outer one.
 * @param sentences Returns the sentences at the time of the announcement. Equal ones are announced once.
 */
export function gatherReport(
  announcer: Announcer,
  widget: Element,
  sentences: () => readonly MessagePart[],
): void {
  reports.push({announcer, widget, sentences});
  clearTimeout(timer);
  timer = setTimeout(announceReports, GATHERING_MS);
}

/** Discards the reports of a status line that has been removed. */
export function discardReports(announcer: Announcer): void {
  reports = reports.filter(report => report.announcer !== announcer);
  if (reports.length === 0) clearTimeout(timer);
}

function announceReports(): void {
  const languages = new Map<string, {announcer: Announcer; sentences: Map<string, MessagePart>}>();
  // In the order of the page, whichever widget has loaded first.
  reports.sort((a, b) => {
    const position = a.widget.compareDocumentPosition(b.widget);
    return position & FOLLOWING ? -1 : position;
  });
  for (const {announcer, sentences} of reports) {
    const {language} = announcer;
    const gathered = languages.get(language) ?? {announcer, sentences: new Map()};
    for (const sentence of sentences()) gathered.sentences.set(JSON.stringify(sentence), sentence);
    languages.set(language, gathered);
  }
  reports = [];
  for (const {announcer, sentences} of languages.values())
    if (sentences.size > 0) announcer.announce(...joinSentences([...sentences.values()]));
}

const valueOf = (part: MessagePart): string => (typeof part === 'string' ? part : part.value);

/** Joins sentences; those without a full stop receive one if another follows. */
export const joinSentences = (sentences: readonly MessagePart[]): readonly MessagePart[] =>
  sentences.flatMap((sentence, i) => {
    if (i === sentences.length - 1) return [sentence];
    return [sentence, /[.!?…]$/.test(valueOf(sentence)) ? ' ' : '. '];
  });
