# Sourced by end-to-end: bcftools and tabix read what variants writes.
# shellcheck shell=bash disable=SC2154

tested=$source_tree/test-data/galaxy
scored_variants() {
    cp "$tested/genome.fa" pieces.fa &&
        "$expomotif" variants --vcf "$tested/variants.vcf" --genome pieces.fa --model "$tested/model.zip" --motifs "$tested/motifs.meme" \
            --filters --null 2 --seed 1 --no-warnings --quiet -o scored.vcf.gz
}
check 'variants' scored_variants
# One record has a field that the header lacks, which bcftools does not write as BCF.
through_bcf() {
    gzip -dc scored.vcf.gz | grep -v 'UNKNOWN=' >defined.vcf && bcftools view -O b -o defined.bcf defined.vcf &&
        bcftools view -H defined.bcf | cut -f 1-8 >there_and_back.txt && grep -v '^#' defined.vcf | cut -f 1-8 | cmp - there_and_back.txt &&
        [ "$(wc -l <there_and_back.txt)" -eq 38 ]
}
check 'bcftools: through BCF and back' through_bcf
split_alleles() { bcftools norm -m- defined.vcf 2>said.txt | bcftools query -f '%ID %ALT %EXPO_STATUS %EXPO_SP1_DLOGIT\n'; }
check 'bcftools: a value per allele' bash -c "$(declare -f split_alleles); split_alleles | grep -qx 'star \* spanning_deletion \.' && split_alleles | grep -q '^star C scored [0-9]' && [ \$(split_alleles | wc -l) -eq 46 ]"
check 'tabix: the records of a region' bash -c '[ "$(tabix scored.vcf.gz piece1:290-300 | cut -f 3 | tr "\n" " ")" = "symbolic breakend " ]'
