-- What was recognized on a page, so that it is read again without guessing; null where that is not
-- known, because the page came in before this column.

alter table app_version add column recognized text collate "C";
