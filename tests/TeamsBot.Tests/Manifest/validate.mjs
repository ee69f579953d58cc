// Validates a Teams app package against the official schemas, without network.
//   node validate.mjs <folder with node_modules> <folder with manifest.json and its language files>
// Prints one problem a line; ends with 1 when there is one.
import { createRequire } from 'node:module';
import { readFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [modules, folder] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(join(modules, 'package.json'));
const read = file => JSON.parse(readFileSync(file, 'utf8'));
const problems = [];

const manifest = read(join(folder, 'manifest.json'));
const { AppManifestUtils } = require('@microsoft/app-manifest');
for (const problem of await AppManifestUtils.validateAgainstSchema(manifest)) problems.push(`manifest.json: ${problem}`);

// The published schemas call themselves draft-04 but use "const", which draft-04 validators pass over, and patterns that only the older, lenient
// reading of regular expressions accepts. So they are compiled once more as what they mean; the language files have no other validator.
const Ajv = require('ajv').default;
const formats = require('ajv-formats').default;
function compile(name) {
  const file = join(modules, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams', `v${manifest.manifestVersion}`, name);
  if (!existsSync(file)) throw new Error(`There is no schema ${name} for version ${manifest.manifestVersion}.`);
  const { $schema, id, ...schema } = read(file);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  return ajv.compile(schema);
}

function validate(schema, name, content) {
  if (schema(content)) return;
  for (const error of schema.errors) problems.push(`${name}: ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
}

validate(compile('MicrosoftTeams.schema.json'), 'manifest.json', manifest);
const localization = compile('MicrosoftTeams.Localization.schema.json');
for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) validate(localization, file, read(join(folder, file)));

for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
