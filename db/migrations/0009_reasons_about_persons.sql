-- The reason that every paper begins with and that is about a person's private facts.
UPDATE "reason" SET "is_personal" = true WHERE "code" = 'privacy';
