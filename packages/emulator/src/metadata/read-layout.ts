import { z } from 'zod';
import type { MetadataComponent } from './metadata-component.ts';
import { parseXml, withoutEffect, xmlBoolean } from './parse-xml.ts';
import { several } from './several.ts';

const itemSchema = z.strictObject({
  analyticsCloudComponent: withoutEffect,
  behavior: z.enum(['Edit', 'Required', 'Readonly']).optional(),
  canvas: withoutEffect,
  component: withoutEffect,
  customLink: z.string().optional(),
  emptySpace: xmlBoolean.optional(),
  field: z.string().optional(),
  height: withoutEffect,
  page: z.string().optional(),
  reportChartComponent: withoutEffect,
  scontrol: withoutEffect,
  showLabel: withoutEffect,
  showScrollbars: withoutEffect,
  width: withoutEffect,
});

const columnSchema = z.union([
  z.literal('').transform(() => ({ layoutItems: [] as z.output<typeof itemSchema>[] })),
  z.strictObject({ layoutItems: several(itemSchema), reserved: withoutEffect }),
]);

const sectionSchema = z.strictObject({
  customLabel: withoutEffect,
  detailHeading: xmlBoolean.optional(),
  editHeading: xmlBoolean.optional(),
  label: z.string().optional(),
  layoutColumns: several(columnSchema),
  style: z.enum(['TwoColumnsTopToBottom', 'TwoColumnsLeftToRight', 'OneColumn', 'CustomLinks']),
  summaryLayout: withoutEffect,
});

const layoutSchema = z.strictObject({
  fullName: z.string().optional(),
  customButtons: withoutEffect,
  customConsoleComponents: withoutEffect,
  emailDefault: withoutEffect,
  excludeButtons: withoutEffect,
  feedLayout: withoutEffect,
  headers: withoutEffect,
  layoutSections: several(sectionSchema),
  miniLayout: withoutEffect,
  multilineLayoutFields: withoutEffect,
  platformActionList: withoutEffect,
  quickActionList: withoutEffect,
  relatedContent: withoutEffect,
  relatedLists: withoutEffect,
  relatedObjects: withoutEffect,
  runAssignmentRulesDefault: withoutEffect,
  showEmailCheckbox: withoutEffect,
  showHighlightsPanel: withoutEffect,
  showInteractionLogPanel: withoutEffect,
  showKnowledgeComponent: withoutEffect,
  showRunAssignmentRulesCheckbox: withoutEffect,
  showSolutionSection: withoutEffect,
  showSubmitAndAttachButton: withoutEffect,
  summaryLayout: withoutEffect,
});

export type LayoutXml = z.output<typeof layoutSchema>;
export type LayoutItemXml = z.output<typeof itemSchema>;

/** Source: Metadata API guide, Layout. */
export function readLayout(component: MetadataComponent): LayoutXml {
  return parseXml(component, 'Layout', layoutSchema);
}
