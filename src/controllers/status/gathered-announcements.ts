/** Delay after the last report, in milliseconds, before the reports of a page are announced. */
const GATHERING_MS = 500;

/** Status line that can announce for other widgets. */
interface Announcer {
  readonly isConnected: boolean;
  readonly language: string;
  announce(message: string): void;
}

interface Report {
  readonly announcer: Announcer;
  readonly sentences: () => readonly string[];
}

let reports: Report[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Announces a result that no choice of the user has caused, such as the end of a long load. Reports of several widgets
 * within half a second are announced together, once per language.
 *
 * @param sentences Returns the sentences at the time of the announcement. Equal ones are announced once.
 */
export function gatherReport(announcer: Announcer, sentences: () => readonly string[]): void {
  reports.push({announcer, sentences});
  clearTimeout(timer);
  timer = setTimeout(announceReports, GATHERING_MS);
}

function announceReports(): void {
  const languages = new Map<string, {announcer: Announcer; sentences: Set<string>}>();
  for (const {announcer, sentences} of reports) {
    if (!announcer.isConnected) continue;
    const {language} = announcer;
    const gathered = languages.get(language) ?? {announcer, sentences: new Set<string>()};
    for (const sentence of sentences()) gathered.sentences.add(sentence);
    languages.set(language, gathered);
  }
  reports = [];
  for (const {announcer, sentences} of languages.values())
    if (sentences.size > 0) announcer.announce(joinSentences([...sentences]));
}

/** Joins sentences; those without a full stop receive one if another follows. */
const joinSentences = ([first = '', ...others]: readonly string[]): string =>
  others.reduce((text, next) => `${/[.!?…]$/.test(text) ? text : `${text}.`} ${next}`, first);
