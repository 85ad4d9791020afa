#!/bin/sh
# Sends a site that was built to a bucket that serves a website: sh s3.sh public BUCKET
set -eu
site=$1
bucket=$2

# What is no text, with the type that its name tells.
aws s3 sync "$site" "s3://$bucket" --cache-control "no-cache" \
  --exclude "*.html" --exclude "*.csv" --exclude "*.txt" --exclude "*.xml"

# Text says that it is UTF-8. `sync` looks at sizes and dates only, so what is small and
# may have changed is copied each time; pages come last, when all that they need is there.
copy() {
  aws s3 cp "$site" "s3://$bucket" --recursive --cache-control "no-cache" \
    --exclude "*" --include "*.$1" --content-type "$2; charset=utf-8"
}
copy csv text/csv
copy txt text/plain
copy xml application/xml
copy html text/html

# What the build no longer has goes. Nothing is left to send.
aws s3 sync "$site" "s3://$bucket" --delete --size-only

aws s3 website "s3://$bucket" --index-document index.html --error-document 404.html
