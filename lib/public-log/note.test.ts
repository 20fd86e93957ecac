import { expect, test } from "vitest";
import { checkpointText, newSigner, openNote, readCheckpoint, readVerifierKey, signersOf, signNote } from "./note";

const signer = newSigner("microcredentials.example/log", Buffer.alloc(32, 7));
const other = newSigner("microcredentials.example/log", Buffer.alloc(32, 8));
const key = (text: string) => {
  const read = readVerifierKey(text);
  if (!read) throw new Error("not a key");
  return read;
};
const opened = (note: string) => {
  const read = openNote(note);
  if (!read) throw new Error("not a note");
  return read;
};
const checkpoint = { origin: "microcredentials.example/log", size: 20852163, root: Buffer.alloc(32, 1) };

test("a note of others is read and verified: the example of the Go implementation, whose format this is", () => {
  const peter = key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const note =
    "If you think cryptography is the answer to your problem,\n" +
    "then you don't know what your problem is.\n" +
    "\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  expect(signersOf(opened(note), [peter])).toEqual([peter]);
  expect(signersOf(opened(note.replace("answer", "Answer")), [peter])).toBeUndefined();
});

test("a checkpoint is signed, read and verified; a rotation signs with both keys", () => {
  const note = signNote(checkpointText(checkpoint), [signer, other]);
  const read = opened(note);
  expect(readCheckpoint(read.text)).toEqual(checkpoint);
  expect(signersOf(read, [key(signer.verifierKey)])).toHaveLength(1);
  expect(signersOf(read, [key(signer.verifierKey), key(other.verifierKey)])).toHaveLength(2);
  const stranger = newSigner("elsewhere.example/log", Buffer.alloc(32, 7));
  expect(signersOf(read, [key(stranger.verifierKey)])).toEqual([]);
  expect(signersOf(opened(note.replace("20852163", "20852164")), [key(signer.verifierKey)])).toBeUndefined();
});

test.each(["", "no signature\n", "text\n\n— name\n", "text\n\n- name AAAA\n", "text\n\n— name AAAA"])("%j is no note", (text) => {
  expect(openNote(text)).toBeUndefined();
});

test.each(["", "a+b", "name+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "name with space+c74f20a3+AA=="])(
  "%j is no key",
  (text) => {
    expect(readVerifierKey(text)).toBeUndefined();
  },
);

test.each(["", "origin\n", "origin\n01\nAAAA\n", `origin\n-1\n${Buffer.alloc(32).toString("base64")}\n`])("%j is no checkpoint", (text) => {
  expect(readCheckpoint(text)).toBeUndefined();
});
