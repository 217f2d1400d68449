import type {DiagnosticMessage} from '../messages/diagnostic.js';

/** Error that ends the conversion. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  readonly diagnostic: DiagnosticMessage;

  constructor(...diagnostic: DiagnosticMessage) {
    super(diagnostic.join(' '));
    this.diagnostic = diagnostic;
  }
}
