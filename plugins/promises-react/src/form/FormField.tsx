import { memo, type ComponentType } from 'react';
import {
  formatPath,
  type FormWidget,
} from '@promissory/plugin-promises-common';
import { ChoiceWidget } from './fields/ChoiceWidget';
import type { FieldProps } from './fields/FieldProps';
import { IntOrStringWidget } from './fields/IntOrStringWidget';
import { NumberWidget } from './fields/NumberWidget';
import { QuantityWidget } from './fields/QuantityWidget';
import { SwitchWidget } from './fields/SwitchWidget';
import { TextWidget } from './fields/TextWidget';
import { YamlWidget } from './fields/YamlWidget';
import { ListWidget } from './sections/ListWidget';
import { MapWidget } from './sections/MapWidget';
import { ObjectWidget } from './sections/ObjectWidget';

const widgets: Record<FormWidget['kind'], ComponentType<FieldProps>> = {
  text: TextWidget,
  number: NumberWidget,
  switch: SwitchWidget,
  choice: ChoiceWidget,
  'int-or-string': IntOrStringWidget,
  quantity: QuantityWidget,
  duration: TextWidget,
  object: ObjectWidget,
  list: ListWidget,
  map: MapWidget,
  yaml: YamlWidget,
};

/** Draws a node of the form by its widget. Its parent being drawn again does not concern it. */
export const FormField = memo(
  (props: FieldProps) => {
    const Widget = widgets[props.node.widget.kind];
    return <Widget {...props} />;
  },
  (before, after) =>
    before.node === after.node &&
    before.label === after.label &&
    before.isEntry === after.isEntry &&
    before.defaultValue === after.defaultValue &&
    formatPath(before.path) === formatPath(after.path),
);
FormField.displayName = 'FormField';
