import type {DiagnosticMessage} from '../messages/diagnostic.js';

/** Messages for the errors of readers, which state their reason in English. */
const REASONS: readonly (readonly [
  pattern: RegExp,
  message: (...parts: string[]) => DiagnosticMessage,
])[] = [
  [/^(\d+) private event/, n => ['privateEvents', Number(n)]],
  [/^event (".*") is left out: it has no date/s, uid => ['undatedEvent', uid]],
  [/^event (".*") is left out: /s, uid => ['malformedEvent', uid]],
  [/^an event is malformed/, () => ['malformedEvent', '']],
  [/^event (".*?"): /s, uid => ['unreadRule', uid]],
  [/^only the first (\d+) /, n => ['firstOnly', n]],
  [/^the answer has (\d+) of (\d+) records/, (n, total) => ['missingEntries', n, total]],
  [/^text (\d+) of the sequence /, position => ['malformedText', position]],
  [/^(\d+) of (\d+) entries are no objects/, (n, total) => ['otherEntries', n, total]],
  [/^expected a JSON array|^there is no array at /, () => ['noRecordList']],
  [/^there are several arrays .* address: (.*)/, lists => ['severalLists', lists]],
  [/^this is TopoJSON/, () => ['unreadFormatOf', 'TopoJSON', 'GeoJSON']],
  [/^this is (?:a map of )?(uMap|GeoJSON)/, format => ['otherFormat', format, 'geojson']],
  [/^(?:features: )?expected a (?:list$|FeatureCollection)/, () => ['otherContent', 'GeoJSON']],
  [/^expected .* of (Opendatasoft)/, format => ['otherContent', format]],
  [/^expected ((?:Geo)?JSON|iCalendar|RSS, .*)$/, format => ['otherContent', format]],
  [/ are too many for a /, () => ['tooLong']],
  [/password/i, () => ['protectedWorkbook']],
  [/\bZIP\b/i, () => ['damagedWorkbook']],
];

/** Returns the message for the error of a reader; a reason without one is quoted as it is. */
export function reasonMessage(reason: string): DiagnosticMessage {
  for (const [pattern, message] of REASONS) {
    const [found, ...parts] = pattern.exec(reason) ?? [];
    if (found !== undefined) return message(...parts);
  }
  return ['unreadableFile', reason];
}

/** Returns the message for the error of `JSON.parse`, which browsers word differently: the line, as far as it is known. */
export function malformedJson(text: string, reason: string): DiagnosticMessage {
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  const [, context = ''] = /(?:\.\.\.|, )"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(reason) ?? [];
  const end = /end of/.test(reason) ? text.length : text.indexOf(context);
  return ['malformedJson', text.slice(0, Number(position ?? end)).split('\n').length];
}
