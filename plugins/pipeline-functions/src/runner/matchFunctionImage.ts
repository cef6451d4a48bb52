/** Images that are known to be a function: repository and major version. @public */
export interface FunctionImage {
  /** Name of the function, for example `render`. */
  readonly function: string;
  /** Repository without tag, for example `ghcr.io/promissory/render`. */
  readonly repository: string;
  /** Major version of the tags that are this function: 1 stands for `v1`, `v1.2`, `1.2.3`. */
  readonly major: number;
}

/** The images of this release. @public */
export const defaultFunctionImages: readonly FunctionImage[] = [
  { function: 'policy', repository: 'ghcr.io/promissory/policy', major: 1 },
  { function: 'render', repository: 'ghcr.io/promissory/render', major: 1 },
  { function: 'wait-for', repository: 'ghcr.io/promissory/wait-for', major: 1 },
];

/**
 * The function that an image stands for; undefined where it is another image, another major version, or pinned to a
 * digest (whose content is not known here).
 */
export function matchFunctionImage(
  image: string,
  images: readonly FunctionImage[],
): FunctionImage | undefined {
  const [, repository, major] =
    /^(.+):v?(\d+)(?:\.\d+){0,2}$/.exec(image) ?? [];
  return images.find(
    known => known.repository === repository && String(known.major) === major,
  );
}
