import { z } from 'zod/v4';
import type { Finding, PromiseLink } from '../../api';
import {
  getPromiseApi,
  type JsonObject,
  type PromiseDefinition,
} from '../../kratix';
import {
  ANNOTATION_CATEGORY,
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DOCUMENTATION,
  ANNOTATION_EXAMPLE,
  ANNOTATION_ICON,
  ANNOTATION_LINKS,
  ANNOTATION_OWNER,
  ANNOTATION_TAGS,
  ANNOTATION_TITLE,
  ANNOTATION_WHAT_YOU_GET,
} from '../annotations';
import { AnnotationReader } from './AnnotationReader';
import { isWebAddress } from './isWebAddress';
import { nameInWords } from './nameInWords';
import type { PromiseCardContent } from './PromiseCardContent';
import { readOwner } from './readOwner';

const TAG = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;
const ICON = /^[A-Za-z][\w:.-]{0,62}$/;

const linksSchema = z.array(
  z.object({
    url: z.string().min(1),
    title: z.string().min(1).optional(),
    icon: z.string().min(1).optional(),
  }),
);

/**
 * The card of a Promise from its annotations (docs/reference/annotations.md). What is missing or cannot be read has a
 * default or is left out; each bad annotation is a warning among the findings. Never throws.
 *
 * @public
 */
export function readCard(definition: PromiseDefinition): {
  readonly card: PromiseCardContent;
  readonly findings: readonly Finding[];
} {
  const { name, annotations } = definition.metadata;
  const reader = new AnnotationReader(annotations);
  const card: PromiseCardContent = {
    title: reader.text(ANNOTATION_TITLE) ?? nameInWords(name),
    description: reader.text(ANNOTATION_DESCRIPTION) ?? describeApi(definition),
    owner: readOwner(reader, ANNOTATION_OWNER),
    icon: readIcon(reader),
    category: reader.text(ANNOTATION_CATEGORY),
    tags: readTags(reader),
    links: readLinks(reader),
    whatYouGet:
      reader.yaml(
        ANNOTATION_WHAT_YOU_GET,
        z.array(z.coerce.string<string | number>().trim().min(1)),
        'a YAML list of sentences',
      ) ?? [],
    example: readExample(reader),
    documentation: reader.text(ANNOTATION_DOCUMENTATION),
  };
  return { card, findings: reader.findings };
}

function readIcon(reader: AnnotationReader): string | undefined {
  const icon = reader.text(ANNOTATION_ICON);
  if (icon === undefined || ICON.test(icon)) {
    return icon;
  }
  reader.warn(ANNOTATION_ICON, 'must be the name of an icon');
  return undefined;
}

function readTags(reader: AnnotationReader): string[] {
  const tags = (reader.text(ANNOTATION_TAGS) ?? '')
    .split(',')
    .map(tag => tag.trim())
    .filter(Boolean)
    .map(tag => tag.toLocaleLowerCase('en-US').replace(/[\s_]+/g, '-'));
  const fits = (tag: string) => tag.length <= 63 && TAG.test(tag);
  for (const tag of tags.filter(candidate => !fits(candidate))) {
    reader.warn(
      ANNOTATION_TAGS,
      `has the tag ${JSON.stringify(
        tag,
      )}; tags are words of a-z, 0-9, :, + and # joined by hyphens, at most 63 characters`,
    );
  }
  return [...new Set(tags.filter(fits))];
}

function readLinks(reader: AnnotationReader): PromiseLink[] {
  const links =
    reader.yaml(
      ANNOTATION_LINKS,
      linksSchema,
      'a YAML list of {url, title, icon}',
    ) ?? [];
  for (const { url } of links.filter(link => !isWebAddress(link.url))) {
    reader.warn(
      ANNOTATION_LINKS,
      `has the link ${JSON.stringify(
        url,
      )}; links begin with https://, http://, mailto: or /`,
    );
  }
  return links.filter(({ url }) => isWebAddress(url));
}

function readExample(reader: AnnotationReader): JsonObject | undefined {
  const example = reader.yaml(
    ANNOTATION_EXAMPLE,
    z.record(z.string(), z.unknown()),
    'a YAML object, the spec of a request',
  );
  return example;
}

function describeApi(definition: PromiseDefinition): string | undefined {
  const schema = getPromiseApi(definition)?.schema;
  const description =
    schema?.description ?? schema?.properties?.spec?.description;
  return typeof description === 'string'
    ? description.trim() || undefined
    : undefined;
}
