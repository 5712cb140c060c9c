// Fills the demo's desk: cases for lists, and one case of the full program as large as they get.
import {Agent} from 'node:http';
import {must} from './client.mjs';

const CASES = 40;
const PIECES = 300;
const ACTS = 400;
const DAY = new Date().toISOString().slice(0, 10);

// A program of somebody who works on cases.
function worker(base, who) {
  const agent = new Agent({keepAlive: true});
  const json = {...who.program, 'Content-Type': 'application/json'};
  const post = async (path, value) => {
    const body = value === undefined ? '' : JSON.stringify(value);
    return JSON.parse((await must(base, agent, {method: 'POST', path, headers: json, body})).text);
  };
  const get = async (path) => JSON.parse((await must(base, agent, {path, headers: who.program})).text);
  const patch = (path, body) => must(base, agent, {
    method: 'PATCH', path, body, headers: {...who.program, 'Upload-Offset': '0', 'Content-Type': 'application/octet-stream'},
  });
  return {post, get, patch};
}

export const said = (about, words) => ({act: 'say', said: {about, visibility: 'shared', words}});

async function upload(publisher, id, name, text) {
  const path = `/api/v1/cases/${id}/uploads`;
  const begun = await publisher.post(path, {name, size_bytes: Buffer.byteLength(text)});
  await publisher.patch(`${path}/${begun.id}`, text);
  return publisher.post(`${path}/${begun.id}/finish`);
}

async function evidence(publisher, id, controls) {
  const there = (await publisher.get(`/api/v1/cases/${id}/evidence`)).evidence.length;
  const asked = controls.filter((control) => control.status !== 'not_applicable');
  for (let number = there; number < PIECES; number += 1) {
    const control = asked[number % asked.length].id;
    const text = `What ${control} shows, number ${number}.\n`.repeat(40);
    const file = await upload(publisher, id, `${control}-${number}.txt`, text);
    const piece = {file, kind: 'config-setting', form: 'document', captured_on: DAY, targets: [{control}]};
    await publisher.post(`/api/v1/cases/${id}/acts`, {act: 'add_evidence', piece});
  }
}

// The cases for lists and the full one.
export async function fill(base, who) {
  const publisher = worker(base, who.publisher);
  const cases = [];
  for (let number = 0; number < CASES; number += 1) {
    const app = {id: `BENCH${number}`, name: `Bench ${number}`, publisher: 'Harborline'};
    const opened = await publisher.post('/api/v1/cases', {app, framework: 'm365-certification'});
    cases.push(opened.case);
  }
  const {cases: open} = await publisher.get('/api/v1/cases?stage=evidence_open');
  const full = open[0].id;
  const {controls} = await publisher.get(`/api/v1/cases/${full}/controls`);
  await evidence(publisher, full, controls);
  let {number} = await publisher.get(`/api/v1/cases/${full}`);
  for (let at = 0; number < ACTS; at += 1) {
    const words = `A question about this control, with some words to read. Number ${at}.`;
    const about = `control:${controls[at % controls.length].id}`;
    ({number} = await publisher.post(`/api/v1/cases/${full}/acts`, said(about, words)));
  }
  return {cases, full, controls: controls.length, acts: number};
}
