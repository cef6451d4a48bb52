/** A type as a value: `type(x) == int`. */
export class CelType {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
