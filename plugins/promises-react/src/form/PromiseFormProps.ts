import type {
  FieldError,
  JsonObject,
} from '@promissory/plugin-promises-common';

/** Props of {@link PromiseForm}. @public */
export interface PromiseFormProps {
  /** openAPIV3Schema of the whole object, as `PromiseDetail.schema` has it. */
  readonly schema: unknown;
  /**
   * The spec. The form keeps its own and tells of it by `onChange`; another value than it told last replaces what it
   * has, for example a draft or an example. Only what differs from the server's defaults has to be in it.
   */
  readonly value?: JsonObject;
  /** The spec that is stored, where this is a change: transition rules compare with it. */
  readonly oldValue?: JsonObject;
  /** Called after every change, also with a spec that is not valid. */
  readonly onChange?: (value: JsonObject) => void;
  /** What the server said about the last attempt, by path. A field's errors go when it is changed. */
  readonly errors?: readonly FieldError[];
  /** What is not forbidden and still not well, by path. It keeps nobody from sending; a field's go when it is changed. */
  readonly warnings?: readonly FieldError[];
  readonly disabled?: boolean;
  /** For pages that list the errors themselves: they stand at their fields only. Default false. */
  readonly withoutSummary?: boolean;
}

/** What came of an attempt to send. @public */
export interface PromiseFormResult {
  readonly value: JsonObject;
  /** Empty when the value may be sent. */
  readonly errors: readonly FieldError[];
}

/** What a page can ask of a form by its `ref`. @public */
export interface PromiseFormHandle {
  /** Validates at once and shows every error from now on; with errors, the focus goes to their summary. */
  submit(): PromiseFormResult;
  /** Brings the field of a path such as `spec.size` into view, or the nearest part above it, and puts the focus there. */
  focusField(path: string): void;
}
