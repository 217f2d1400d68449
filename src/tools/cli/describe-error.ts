import type {DiagnosticCode} from '../messages/diagnostic.js';
import {formatMessage} from '../messages/format-diagnostic.js';
import type {ToolMessages} from '../messages/tool-messages.js';

/** Messages of the errors of the operating system for files. */
const FILE_ERRORS: Readonly<Record<string, DiagnosticCode>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  EISDIR: 'fileIsFolder',
  EACCES: 'fileForbidden',
  EPERM: 'fileForbidden',
};

/** Returns the message of an error: that of the file for an error of the file system, else its own. */
export function describeError(error: unknown, messages: ToolMessages): string {
  const {code, path} = error as Partial<NodeJS.ErrnoException>;
  const fileError = FILE_ERRORS[code ?? ''];
  if (fileError && path) return formatMessage({code: fileError, args: [path]}, messages);
  return error instanceof Error ? error.message : String(error);
}
