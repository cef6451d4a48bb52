/** Which Promises get a Template, and what it is like. */
export interface TemplateOptions {
  /** `extension`: our own form in the wizard. `parameters`: JSON Schema, for apps that do not have it. */
  readonly form: 'extension' | 'parameters';
  /** Namespace of the Templates in the catalog. */
  readonly namespace: string;
  /** Until when the step waits. */
  readonly wait: 'none' | 'accepted' | 'delivered';
  /** Patterns in which `*` stands for any text; undefined lets all pass. */
  readonly include: {
    readonly names?: readonly string[];
    readonly categories?: readonly string[];
    readonly tags?: readonly string[];
    readonly owners?: readonly string[];
  };
  /** Address of the marketplace; undefined where nobody configured where the app is. */
  readonly marketplaceUrl?: string;
}
