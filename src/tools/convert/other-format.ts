import type {RecognizedFormat} from '../../data/sources/shared/files/recognize-format.js';
import type {DiagnosticMessage} from '../messages/diagnostic.js';

/** Returns the message about a file in another format than the stated one. */
export function otherFormatMessage({
  name,
  kind,
  workbook,
  target,
}: RecognizedFormat): DiagnosticMessage {
  const readable = workbook ?? kind;
  if (readable) return ['otherFormat', name, readable];
  if (name === 'HTML') return ['html'];
  return target ? ['unreadFormatOf', name, target] : ['unreadFormat', name];
}
