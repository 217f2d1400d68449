/** Captures downloads instead of saving them, until `restore`. */
export class Downloads {
  readonly names: string[] = [];
  readonly files: Blob[] = [];
  readonly revoked: string[] = [];
  readonly #click = HTMLAnchorElement.prototype.click;
  readonly #create = URL.createObjectURL;
  readonly #revoke = URL.revokeObjectURL;

  constructor() {
    const {names, files, revoked} = this;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    URL.createObjectURL = (file: Blob) => `blob:${files.push(file)}`;
    URL.revokeObjectURL = (url: string) => void revoked.push(url);
  }

  restore(): void {
    HTMLAnchorElement.prototype.click = this.#click;
    URL.createObjectURL = this.#create;
    URL.revokeObjectURL = this.#revoke;
  }
}
