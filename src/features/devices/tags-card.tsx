import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useUpdateDevice } from "#api/devices.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { tagQueries, useCreateTag } from "#api/tags.ts";
import type { Device } from "#domain/device.ts";
import type { Scope, TagId } from "#domain/ids.ts";
import { tagLabel } from "#domain/tag.ts";
import { announce } from "#ui/announcer.tsx";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { PickField } from "#ui/pick-field.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { nameOf } from "./names.ts";

/** The labels of a device as pairs; each change in place is kept at once. */
export function TagsCard({ scope, device }: { readonly scope: Scope; readonly device: Device }) {
  const { data: tags } = useSuspenseQuery(tagQueries.list(scope));
  const make = useCreateTag(scope);
  const update = useUpdateDevice(scope);
  const [opened, setOpened] = useState(false);
  const cutOff = useWhyNoWrites();
  // Each change is sent at once, so nothing is edited that could not be.
  const editing = opened && cutOff === undefined;
  // What was picked stands at once; what is refused is taken back with its reason.
  const chosen = update.isPending ? (update.variables.tagIds ?? device.tagIds) : device.tagIds;
  const keep = (tagIds: readonly TagId[]) =>
    update.mutate({ deviceId: device.id, tagIds }, { onSuccess: () => announce("Tags saved") });
  return (
    <Card
      title="Tags"
      actions={
        <Button
          size="small"
          variant="quiet"
          aria-expanded={editing}
          disabledReason={cutOff}
          onClick={() => setOpened(!opened)}
        >
          {editing ? "Done" : "Edit tags"}
        </Button>
      }
    >
      {editing ? (
        <PickField
          label="Tags of this device"
          hideLabel
          word="tag"
          help="Write pairs as region=eu. Each change is kept at once."
          options={tags}
          chosen={chosen}
          error={update.error?.message}
          onChange={keep}
          onMake={(name) => make.mutateAsync({ name })}
        />
      ) : (
        <Pairs names={chosen.map((id) => nameOf(tags, id, "another tag"))} />
      )}
    </Card>
  );
}

function Pairs({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <None>No tags yet.</None>;
  return (
    <Table aria-label="Tags">
      <tbody>
        {names.map((name) => {
          const label = tagLabel(name);
          return (
            <tr key={name}>
              <th scope="row">
                <BidiText text={label.kind === "pair" ? label.key : label.name} maxLength={64} />
              </th>
              <td>{label.kind === "pair" ? <BidiText text={label.value} maxLength={64} /> : null}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

const None = styled.p({ fontSize: 13, color: ink.third });
const Table = styled.table({
  width: "100%",
  borderCollapse: "collapse",
  fontSize: 13,
  "& th, & td": { padding: "3px 0", textAlign: "start", verticalAlign: "top", overflowWrap: "anywhere" },
  "& th": { width: 96, paddingRight: 12, fontWeight: 400, color: ink.third },
});
