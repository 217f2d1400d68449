/** Error that stops a command, with a sentence for the person who runs it. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}
